import styles from './StateMark.module.css';

/** How a state looks; each look has a colour and a shape of its own, and the word stands beside it. */
export type Look = 'late' | 'now' | 'later' | 'done' | 'sign' | 'ended' | 'paused';

/** The shapes: whoever sees no colours, or prints without, tells the states apart by them. */
export const SHAPES: Record<Look, string> = { late: '●', now: '▲', later: '○', done: '✓', sign: '■', ended: '–', paused: '‖' };

/** A state as colour, shape and word (convention 11). */
export function StateMark({ look, text }: { look: Look; text: string }) {
  return (
    <span className={[styles.mark, styles[look]].filter(Boolean).join(' ')} data-look={look}>
      <i aria-hidden="true">{SHAPES[look]}</i>
      {text}
    </span>
  );
}
