/** The one door to the property-test library. Imported by tests only. */
export { default as fc } from 'fast-check';
