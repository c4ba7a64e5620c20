import { startOptions } from '../../options/start.tsx';

startOptions(document);
