import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importHistoryQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { ExportButton } from '../grid/ExportButton';
import { codeText } from '../i18n/codes';
import { asWireError } from '../platform';
import type { ImportBrief } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import styles from './ImportPage.module.css';

/** The imports so far, newest first; each can be taken back as one step. */
export function ImportHistory() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(importHistoryQueryOptions());
  const [taken, setTaken] = useState<ImportBrief | null>(null);
  return (
    <aside className={styles.history} aria-label={t('imports.history')}>
      <div className={styles.historyHead}>
        <h2>{t('imports.history')}</h2>
        {data && data.length > 0 && <HistoryExport rows={data} />}
      </div>
      {error && <Failed error={asWireError(error)} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={styles.about}>{t('imports.noHistory')}</p>}
      {data?.map((brief) => (
        <div key={brief.import} className={styles.past} data-testid="import-past" data-undone={brief.undone}>
          <strong title={brief.file}>{brief.file}</strong>
          <span>{codeText('importKind', brief.as)}</span>
          <small>{t('imports.historyLine', { ...brief, who: brief.by && ` · ${brief.by}` })}</small>
          {brief.undone ? (
            <em>– {t('imports.undone')}</em>
          ) : (
            <Button onClick={() => setTaken(brief)} data-testid="import-undo">
              {t('imports.undoImport')}
            </Button>
          )}
        </div>
      ))}
      {taken && <UndoDialog brief={taken} onClose={() => setTaken(null)} />}
    </aside>
  );
}

/** The history as a workbook. */
function HistoryExport({ rows }: { rows: ImportBrief[] }) {
  const { t } = useTranslation();
  const titles = ['file', 'kind', 'at', 'by', 'created', 'updated', 'rejected', 'state'] as const;
  const cells = (brief: ImportBrief) => [
    brief.file,
    codeText('importKind', brief.as),
    brief.at,
    brief.by,
    String(brief.created),
    String(brief.updated),
    String(brief.rejected),
    brief.undone ? t('imports.undone') : '',
  ];
  return <ExportButton title={t('imports.history')} columns={titles.map((id) => ({ value: id, label: t(`imports.historyColumn.${id}`) }))} of={() => ({ rows: rows.map(cells) })} />;
}

/** Takes an import back; what a person edited later is shown, and taken back only when he says so. */
function UndoDialog({ brief, onClose }: { brief: ImportBrief; onClose: () => void }) {
  const { t } = useTranslation();
  const undo = useWrite('undo_import', { failureShownHere: true });
  const kept = undo.data?.kept ?? [];
  const box = useDialogForm();
  const run = (force: boolean) =>
    undo.mutate(
      { import: brief.import, force },
      {
        onSuccess: (answer) => {
          if (answer.kept.length > 0 && !force) return;
          showDone(t('imports.undoneLine', { count: answer.undone }));
          onClose();
        },
      },
    );
  const asks = kept.length > 0;
  return (
    <Modal
      open
      title={t('imports.undoImport')}
      okText={asks ? t('imports.force') : t('imports.undoImport')}
      cancelText={asks ? t('imports.leave') : t('common.cancel')}
      okButtonProps={{ loading: undo.isPending, id: 'undo-ok', danger: asks }}
      onOk={() => run(asks)}
      onCancel={onClose}
      width={460}
    >
      <div ref={box} className={styles.undo} data-testid="import-undo-dialog">
        {asks ? (
          <>
            <p>✓ {t('imports.undoneLine', { count: undo.data?.undone ?? 0 })}</p>
            <p>{t('imports.keptAbout')}</p>
            <ul>
              {kept.map((item) => (
                <li key={item.label}>
                  {item.label}
                  <small>{item.value}</small>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t('imports.undoAbout', { file: brief.file })}</p>
        )}
        {undo.error && <Failed error={undo.error} />}
      </div>
    </Modal>
  );
}
