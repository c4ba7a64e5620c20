/** The one door to the screen library. JSX itself is compiled against `preact/jsx-runtime`. */
export { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
export { type ComponentChildren, Fragment, type JSX, render } from 'preact';
export { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
