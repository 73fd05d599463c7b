import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun, useWrite } from '../api/writes';
import { PaperDialog } from '../paper/PaperDialog';
import { host } from '../platform';
import type { PackBrief, PackForm } from '../platform/bindings';
import { showDone } from '../shared/notices';
import { CompareDialog } from './CompareDialog';
import { CopyDialog } from './CopyDialog';
import styles from './PackPaper.module.css';
import { packFilter } from './packFiles';
import { PauseDialog } from './PauseDialog';
import { isFollowed } from './stateText';
import type { View } from './view';

type Props = { brief: PackBrief; forms: PackForm[]; onView: (view: View) => void; onWritten: (id: string) => void };

/** What can be done with the pack that is shown, beside enabling it. */
export function PackTools({ brief, forms, onView, onWritten }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'copy' | 'compare' | 'pause' | 'print' | null>(null);
  const close = () => setOpen(null);
  const write = useRun('export_pack');
  const remove = useWrite('delete_pack');
  const exportPack = async () => {
    const path = await host().chooseSavePath(`${brief.id}.huifang-pack`, [packFilter()]);
    if (path) write.mutate({ id: brief.id, path }, { onSuccess: (done) => showDone(t('policies.exported', { path: done.path })) });
  };
  const deletePack = () => remove.mutate({ id: brief.id }, { onSuccess: (changed) => showDone(changed.line) });
  const neverEnabled = brief.state === 'off';
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('policies.tools')}>
      {isFollowed(brief) && brief.state !== 'ending' && (
        <Button size="small" onClick={() => setOpen('pause')} data-testid="pack-pause">
          {t('policies.pause')}
        </Button>
      )}
      {brief.own && (
        <Button size="small" onClick={() => onView('editor')} data-testid="pack-edit">
          {t('policies.edit')}
        </Button>
      )}
      <Button size="small" onClick={() => setOpen('copy')} data-testid="pack-copy">
        {t('policies.copy')}
      </Button>
      <Button size="small" onClick={() => setOpen('compare')} data-testid="pack-compare">
        {t('policies.compare')}
      </Button>
      <Button size="small" onClick={() => void exportPack()} loading={write.isPending} data-testid="pack-export">
        {t('policies.export')}
      </Button>
      {isFollowed(brief) && forms.length > 0 && (
        <Button size="small" onClick={() => setOpen('print')} data-testid="pack-print">
          {t('policies.printForms')}
        </Button>
      )}
      {brief.own && neverEnabled && (
        <Button size="small" danger onClick={deletePack} loading={remove.isPending} data-testid="pack-delete">
          {t('policies.delete')}
        </Button>
      )}
      {open === 'copy' && <CopyDialog brief={brief} onClose={close} onWritten={onWritten} />}
      {open === 'compare' && <CompareDialog brief={brief} onClose={close} />}
      {open === 'print' && (
        <PaperDialog
          title={t('policies.blankForms', { title: brief.title })}
          fileName={brief.title}
          sheets={forms.map(({ id, title }) => ({ label: title, print: { cmd: 'print_blank_form', req: { pack: brief.id, form: id } } }))}
          onClose={close}
        />
      )}
      {open === 'pause' && <PauseDialog brief={brief} onClose={close} />}
    </div>
  );
}
