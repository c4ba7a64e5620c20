import { startPanel } from '../../panel/start.tsx';

startPanel(document, location.search);
