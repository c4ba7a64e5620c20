/** Told from time to time while something long goes on: so much of so much is done. The last time all of it is. */
export type Progress = (done: number, of: number) => void;

/** Steps from one telling to the next: often enough to be seen moving, seldom enough to cost nothing. */
const STEPS = 1_000;

/** Tells of one more step that was done, where it is time to. */
export function tellStep(told: Progress | undefined, done: number, of: number): void {
  if (told !== undefined && (done % STEPS === 0 || done === of)) told(done, of);
}
