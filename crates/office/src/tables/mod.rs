//! Long lists: windows of them however long they are, as a workbook, with the columns that each person wants; and rows
//! pasted out of one.

mod columns;
mod export;
mod narrowed;
mod paste;
