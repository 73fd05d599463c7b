/** Every key of the program, by where it works; the names stand in the catalogue under `keys.name`. */
export const KEYS = {
  everywhere: [
    ['Ctrl K', 'find'],
    ['Ctrl 1 … 7', 'views'],
    ['Alt ←', 'back'],
    ['Ctrl Z', 'undo'],
    ['Ctrl L', 'lock'],
    ['Ctrl ,', 'settings'],
    ['Ctrl + - 0', 'zoom'],
    ['F1', 'keys'],
    ['Esc', 'leave'],
  ],
  list: [
    ['↑ ↓ PgUp PgDn', 'walk'],
    ['Enter', 'open'],
  ],
  call: [
    ['1 … 9', 'digit'],
    ['Enter', 'next'],
    ['Ctrl Enter', 'save'],
    ['F9', 'noAnswer'],
    ['F8', 'phone'],
  ],
} as const;

export const KEY_GROUPS = ['everywhere', 'list', 'call'] as const;
