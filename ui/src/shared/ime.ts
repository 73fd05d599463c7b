/**
 * Whether a key belongs to the input method. Chromium says so by `isComposing`; WebKit ends the composition before the
 * Enter that confirms a candidate, and says so only by the key code 229. Every key handler asks this first.
 */
export function isIme(event: { isComposing?: boolean; keyCode?: number; nativeEvent?: Event }): boolean {
  const source = (event.nativeEvent ?? event) as { isComposing?: boolean; keyCode?: number };
  return source.isComposing === true || source.keyCode === 229;
}

/** Whether the person is typing text there, so that digits and Ctrl+Z belong to the text. */
export function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}
