import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import { useRun, useWrite } from '../api/writes';
import { useDesk } from '../desk/desk';
import { PaperDialog } from '../paper/PaperDialog';
import { host } from '../platform';
import type { DrawSheet } from '../platform/bindings';
import { asTable, copyText } from '../shared/copyText';
import { Failed } from '../shared/Failed';
import { InlineReason } from '../shared/InlineReason';
import { showDone } from '../shared/notices';
import { openFile } from '../shared/openFile';
import styles from './Draw.module.css';

/** What is done with the sheet of a draw: copied, printed, written as a workbook, taken back. */
export function DrawTools({ sheet }: { sheet: DrawSheet }) {
  const { t } = useTranslation();
  const { office } = useDesk();
  const { draw, title } = sheet.row;
  const [isPrinting, setPrinting] = useState(false);
  const [isVoiding, setVoiding] = useState(false);
  const write = useRun('export_draw', { failureShownHere: true });
  const copy = async () => {
    const cells = sheet.ranking.map((row) => [String(row.rank), row.name, row.place, row.matter, row.stratum, row.state === 'replaced' ? t('work.replaced') : '', row.replaced]);
    const heads = ['rank', 'name', 'place', 'matter', 'stratum', 'state', 'reason'] as const;
    const isCopied = await copyText(asTable([heads.map((head) => t(`work.column.${head}`)), ...cells]));
    showDone(t(isCopied ? 'work.copied' : 'work.notCopied', { count: cells.length }));
  };
  const save = async () => {
    const suggested = `${office.dir}/${t('work.fileName', { title, on: sheet.row.on })}`;
    const path = await host().chooseSavePath(suggested, [{ name: t('reports.filter'), extensions: ['xlsx'] }]);
    if (path) write.mutate({ draw, path }, { onSuccess: (written) => showDone(t('work.exported', { path: written.path })) });
  };
  const sheets = [false, true].map((isWhole) => ({
    label: t(isWhole ? 'work.wholeRanking' : 'work.takenOnly'),
    print: { cmd: 'print_draw' as const, req: { draw, whole: isWhole } },
  }));
  const error = write.error;
  return (
    <>
      {isVoiding ? (
        <VoidLine draw={draw} onClose={() => setVoiding(false)} />
      ) : (
        <div className={styles.foot}>
          <Button onClick={() => void copy()} data-testid="draw-copy">
            {t('work.copy')}
          </Button>
          <Button onClick={() => setPrinting(true)} data-testid="draw-print">
            {t('work.print')}
          </Button>
          <Button loading={write.isPending} onClick={() => void save()} data-testid="draw-export">
            {t('work.export')}
          </Button>
          {write.data && (
            <Button type="link" onClick={() => openFile(write.data.path)} data-testid="draw-open">
              {t('reports.openFile')}
            </Button>
          )}
          {sheet.row.voided === null && (
            <Button type="text" danger onClick={() => setVoiding(true)} data-testid="draw-void">
              {t('work.void')}
            </Button>
          )}
        </div>
      )}
      {error && <Failed error={error} />}
      {isPrinting && (
        <PaperDialog title={t('work.paperTitle', { title })} fileName={t('work.paperName', { title, on: sheet.row.on })} sheets={sheets} onClose={() => setPrinting(false)} />
      )}
    </>
  );
}

/** Taking a draw back needs an approver and a reason. */
function VoidLine({ draw, onClose }: { draw: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  const [approver, setApprover] = useState<string>();
  const voidDraw = useWrite('void_draw', { failureShownHere: true });
  const confirm = (reason: string) =>
    voidDraw.mutate(
      { draw, approver: approver ?? '', reason },
      {
        onSuccess: (changed) => {
          onClose();
          showDone(changed.line);
        },
      },
    );
  return (
    <>
      <p className={styles.quiet}>{t('work.voidAbout')}</p>
      <div className={styles.voiding}>
        <Select
          aria-label={t('work.approver')}
          placeholder={t('work.approver')}
          data-testid="void-approver"
          showSearch={{ optionFilterProp: 'label' }}
          value={approver}
          onChange={setApprover}
          options={staff.map((person) => ({ value: person.id, label: `${person.name} · ${person.role}` }))}
        />
        <InlineReason label={t('common.reason')} okText={t('work.voidNow')} isBusy={voidDraw.isPending} canConfirm={approver !== undefined} testId="void" onConfirm={confirm} onCancel={onClose} />
      </div>
      {voidDraw.error && <Failed error={voidDraw.error} />}
    </>
  );
}
