import { Fragment } from 'react';
import { Kbd } from '../shared/Kbd';

/** A text of the help: what stands in [ ] is a key. */
export function Said({ text }: { text: string }) {
  const parts = text.split(/\[([^\]]+)\]/);
  return parts.map((part, at) => (at % 2 === 1 ? <Kbd key={at}>{part}</Kbd> : <Fragment key={at}>{part}</Fragment>));
}
