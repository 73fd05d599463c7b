/** A cell by its place on the screen. */
export type Cell = { row: number; column: number };

/** What is selected: from where a person began to where he is. */
export type Selection = { anchor: Cell; head: Cell };

/** A block of cells, both ends included. */
export type Block = { top: number; bottom: number; left: number; right: number };

export const cellAt = (row: number, column: number): Selection => ({ anchor: { row, column }, head: { row, column } });

export function blockOf({ anchor, head }: Selection): Block {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  };
}

export const sizeOf = (block: Block) => (block.bottom - block.top + 1) * (block.right - block.left + 1);

/** The selection within a table of so many rows and columns. */
export function within(selection: Selection, rows: number, columns: number): Selection {
  const cell = ({ row, column }: Cell) => ({ row: clamp(row, rows), column: clamp(column, columns) });
  return { anchor: cell(selection.anchor), head: cell(selection.head) };
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

type Keys = { key: string; ctrlKey: boolean; shiftKey: boolean };

/** Where a key leads, as in a spreadsheet; `null`: it leads nowhere. With Shift the far end moves. */
export function moved(selection: Selection, { key, ctrlKey, shiftKey }: Keys, rows: number, columns: number, page: number): Selection | null {
  const from = shiftKey ? selection.head : selection.anchor;
  const to = target(from, key, ctrlKey, rows, columns, page);
  if (to === null) return null;
  const head = { row: clamp(to.row, rows), column: clamp(to.column, columns) };
  return { anchor: shiftKey ? selection.anchor : head, head };
}

function target({ row, column }: Cell, key: string, far: boolean, rows: number, columns: number, page: number): Cell | null {
  switch (key) {
    case 'ArrowDown':
      return { row: far ? rows - 1 : row + 1, column };
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column };
    case 'ArrowRight':
      return { row, column: far ? columns - 1 : column + 1 };
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 };
    case 'PageDown':
      return { row: row + page, column };
    case 'PageUp':
      return { row: row - page, column };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}
