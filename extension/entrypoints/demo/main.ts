import { startDemo } from '../../demo/start.tsx';

startDemo(window);
