import { startWorkbench } from '../../workbench/start.tsx';

startWorkbench(document);
