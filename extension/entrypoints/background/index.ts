import { defineBackground } from 'wxt/utils/define-background';
import { conduct } from '../../background/conductor.ts';

export default defineBackground({ type: 'module', main: conduct });
