import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRun } from '../api/writes';
import { useDesk } from '../desk/desk';
import { asWireError, host } from '../platform';
import type { LabelValue } from '../platform/bindings';
import { showDone, showError } from '../shared/notices';
import { openFile } from '../shared/openFile';

/** What is written: a list that the office reads itself, or rows that are all here. */
export type ExportOf = { list: string; query: unknown } | { rows: string[][] };

type Props = { title: string; columns: LabelValue[]; of: () => ExportOf; disabled?: boolean; size?: 'small' };

/** 导出Excel: the list with exactly the columns, order and filter that stand on the screen. */
export function ExportButton({ title, columns, of, disabled, size }: Props) {
  const { t } = useTranslation();
  const { office } = useDesk();
  const write = useRun('export_list', { failureShownHere: true });
  const run = async () => {
    const name = `${office.dir}/${title.replaceAll(/[\\/:*?"<>|]+/g, ' ')} ${office.today}.xlsx`;
    const path = await host().chooseSavePath(name, [{ name: t('reports.filter'), extensions: ['xlsx'] }]);
    if (!path) return;
    const what = of();
    const wish = 'rows' in what ? { list: 'rows', query: null, rows: what.rows } : { ...what, rows: [] };
    write.mutate(
      { path, title, columns, ...wish },
      {
        onSuccess: (done) => {
          showDone(t('grid.exported', { rows: done.rows, path: done.path }));
          openFile(done.path);
        },
        onError: (error) => showError(asWireError(error)),
      },
    );
  };
  return (
    <Button size={size} onClick={() => void run()} loading={write.isPending} disabled={disabled} data-testid="grid-export">
      {t('grid.export')}
    </Button>
  );
}
