import { type ClipboardEvent, type KeyboardEvent, type Ref, useState } from 'react';
import styles from './Grid.module.css';

type Props = {
  ref: Ref<HTMLInputElement>;
  label: string;
  isFrozen: boolean;
  place: { top: number; left: number; width: number; height: number };
  onKeyDown: (event: KeyboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
  onType?: (text: string) => void;
};

/**
 * The selected cell is a real text field that has the focus, so that the input method begins in it: grids that put one
 * there only when a key is pressed lose the first letter of the pinyin. It is one field that moves, since a field that is
 * made anew loses the composition. What it is given is handed on when the composition has ended.
 */
export function EditCell({ ref, label, isFrozen, place, onKeyDown, onPaste, onType }: Props) {
  const [typed, setTyped] = useState('');
  const [isComposing, setComposing] = useState(false);
  const hand = (text: string) => {
    setTyped('');
    if (text !== '') onType?.(text);
  };
  return (
    <input
      ref={ref}
      className={[styles.edit, typed !== '' && styles.typing, isFrozen && styles.editFrozen].filter(Boolean).join(' ')}
      style={{ top: place.top, left: isFrozen ? `calc(${place.left}px + var(--scrolled, 0px))` : place.left, width: place.width, height: place.height }}
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      readOnly={onType === undefined}
      data-testid="grid-cell"
      value={typed}
      onChange={(event) => {
        const native = event.nativeEvent as InputEvent;
        if (isComposing || native.isComposing) setTyped(event.target.value);
        else hand(event.target.value);
      }}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={(event) => {
        setComposing(false);
        hand(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}
