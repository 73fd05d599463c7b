/** Words of rows pasted out of a spreadsheet. */
export const paste = {
  paste: {
    title: '粘贴的表格',
    looking: '正在看…',
    guessed: '没有标题行,各列按内容猜测,请核对。',
    row: '行',
    becomes: '将会',
    merged: '合并',
    doubtful: '{{count}} 行有存疑的格子',
    run: '导入 {{count}} 行',
    nothing: '没有可以导入的行',
    cancel: '不导入',
    done: '已导入:新增 {{created}},合并 {{updated}},新出现 {{tasks}} 件回访',
    same: '已有:',
    samePhone: '电话相同:',
    sameName: '同名:',
    choice: '这一行怎么办',
    choose: { new: '新建', merge: '合并', skip: '跳过' },
    outcome: { created: '新建', updated: '合并', unchanged: '不变', rejected: '不能导入', skipped: '跳过' },
  },
} as const;
