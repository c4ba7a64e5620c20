/** The one door to the screen library. JSX itself is compiled against `preact/jsx-runtime`. */
export { computed, type ReadonlySignal, signal } from '@preact/signals';
export { type ComponentChildren, type JSX, render } from 'preact';
export { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
