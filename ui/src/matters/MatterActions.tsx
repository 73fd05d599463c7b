import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { useRoute } from '../desk/route';
import type { MatterKinds, MatterPage } from '../platform/bindings';
import { showDone } from '../shared/notices';
import { ReasonDialog } from '../shared/ReasonDialog';
import { CorrectMatter } from './CorrectMatter';
import { editOf } from './edits';
import { Foreseen, useForeseenEdit } from './Foreseen';
import styles from './MatterPage.module.css';
import { MoveMatter } from './MoveMatter';

type Act = 'correct' | 'move' | 'strike';

/** What can be done with a matter as a whole. */
export function MatterActions({ page, kinds }: { page: MatterPage; kinds: MatterKinds }) {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act | null>(null);
  const restore = useWrite('edit_matter');
  const matter = page.row.matter.id;
  const close = () => setAct(null);
  if (page.struck_out) {
    return (
      <Button data-testid="restore-matter" onClick={() => restore.mutate(editOf(matter, 'restore'), { onSuccess: ({ line }) => showDone(line) })}>
        {t('matters.restore')}
      </Button>
    );
  }
  return (
    <div className={styles.actions}>
      <Button data-testid="correct-matter" onClick={() => setAct('correct')}>
        {t('matters.correctFields')}…
      </Button>
      <Button data-testid="move-matter" onClick={() => setAct('move')}>
        {t('matters.move')}…
      </Button>
      <Button data-testid="strike-matter" onClick={() => setAct('strike')}>
        {t('matters.strike')}…
      </Button>
      {act === 'correct' && <CorrectMatter page={page} kinds={kinds} onClose={close} />}
      {act === 'move' && <MoveMatter page={page} kinds={kinds} onClose={close} />}
      {act === 'strike' && <StrikeMatter matter={matter} onClose={close} />}
    </div>
  );
}

function StrikeMatter({ matter, onClose }: { matter: string; onClose: () => void }) {
  const { t } = useTranslation();
  const strike = useWrite('edit_matter', { failureShownHere: true });
  const undo = useWrite('edit_matter');
  const edit = editOf(matter, 'strike');
  const foreseen = useForeseenEdit(edit);
  return (
    <ReasonDialog
      title={t('matters.strike')}
      about={t('matters.strikeAbout')}
      okText={t('matters.strike')}
      isBusy={strike.isPending}
      error={strike.error}
      onClose={onClose}
      onConfirm={(reason) =>
        strike.mutate(
          { ...edit, reason },
          {
            onSuccess: ({ line }) => {
              onClose();
              useRoute.getState().back();
              showDone(line, () => undo.mutate(editOf(matter, 'restore')));
            },
          },
        )
      }
    >
      <Foreseen foresight={foreseen.data} error={foreseen.error} isShort />
    </ReasonDialog>
  );
}
