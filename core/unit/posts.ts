import type { Post, UnitProfile } from './profile.ts';

/** Who holds which post. */
export interface Holder {
  person: string;
  post: Post;
}

/** Whether somebody holds a post on an ISO day: both ends count, and an end that is not told is open. */
export const isHeldOn = ({ from = '', to = '9999' }: Post, day: string): boolean => from <= day && day <= to;

/** Who held which post on an ISO day, in the order of the profile. People without a post are in none. */
export const inPostOn = ({ people }: Pick<UnitProfile, 'people'>, day: string): Holder[] =>
  people.flatMap(({ name, posts }) =>
    posts.filter((post) => isHeldOn(post, day)).map((post) => ({ person: name, post })),
  );
