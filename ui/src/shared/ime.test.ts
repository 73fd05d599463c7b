import { describe, expect, it } from 'vitest';
import { isIme } from './ime';

const key = (more: { isComposing?: boolean; keyCode?: number }) => ({ isComposing: false, keyCode: 13, ...more });

describe('a key belongs to the input method', () => {
  it('in Chromium, because the composition is still open', () => {
    expect(isIme(key({ isComposing: true, keyCode: 229 }))).toBe(true);
  });
  it('in WebKit, where the composition has ended before the Enter that confirms it', () => {
    expect(isIme(key({ isComposing: false, keyCode: 229 }))).toBe(true);
  });
  it('not when a person presses Enter', () => {
    expect(isIme(key({}))).toBe(false);
  });
  it('also when React wraps the event', () => {
    expect(isIme({ nativeEvent: key({ keyCode: 229 }) as unknown as Event })).toBe(true);
  });
});
