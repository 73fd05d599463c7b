/** What stands in the middle of the screen: the policy as it reads, or its text as it is written. */
export type View = 'paper' | 'editor';
