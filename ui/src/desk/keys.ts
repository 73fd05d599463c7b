/** Every key of the program, by where it works; the names stand in the catalogue under `keys.name`. */
export const KEYS = {
  everywhere: [
    ['Ctrl K', 'find'],
    ['Ctrl N', 'newMatter'],
    ['F2', 'client'],
    ['Ctrl 1 … 9', 'views'],
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
    ['Space', 'peek'],
    ['Shift Space', 'mark'],
    ['F4', 'reassign'],
    ['F6', 'reschedule'],
    ['F7', 'waive'],
    ['F9', 'noAnswer'],
  ],
  call: [
    ['1 … 9', 'digit'],
    ['Enter', 'next'],
    ['Ctrl Enter', 'save'],
    ['F8', 'phone'],
    ['F7', 'gap'],
    ['Ctrl I', 'contact'],
    ['Ctrl P', 'print'],
  ],
} as const;

export const KEY_GROUPS = ['everywhere', 'list', 'call'] as const;
