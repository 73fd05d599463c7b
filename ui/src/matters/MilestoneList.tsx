import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { weekdayName } from '../i18n/days';
import type { MatterPage, MilestoneRow } from '../platform/bindings';
import { ActionMenu } from '../shared/ActionMenu';
import { showDone } from '../shared/notices';
import { ReasonDialog } from '../shared/ReasonDialog';
import { shortDay } from '../shared/dates';
import { useToday } from '../shared/today';
import { editOf } from './edits';
import { Foreseen, useForeseenEdit } from './Foreseen';
import styles from './MatterPage.module.css';
import { MilestoneDialog } from './MilestoneDialog';

type Act = { kind: 'correct' | 'strike'; milestone: MilestoneRow };

/** What happened in a matter, oldest first; what was struck out stays to be read, and can be put back. */
export function MilestoneList({ page }: { page: MatterPage }) {
  const { t } = useTranslation();
  const today = useToday();
  const restore = useWrite('edit_matter');
  const [act, setAct] = useState<Act | null>(null);
  const matter = page.row.matter.id;
  const when = (on: string) => `${shortDay(on.slice(0, 10), today)} ${weekdayName(on.slice(0, 10))} ${on.slice(11)}`;
  const isShut = page.struck_out !== null || page.row.matter.kind === 'problem';
  return (
    <div>
      <h2>{t('matters.milestones')}</h2>
      <ol className={styles.steps} data-testid="milestones">
        {page.milestones.map((milestone) => (
          <li key={milestone.id} data-testid="milestone" data-milestone={milestone.id}>
            <time>{when(milestone.on)}</time>
            <span>
              <strong>{milestone.label}</strong>
              <small>{[milestone.note, milestone.tasks > 0 && t('matters.caused', { count: milestone.tasks })].filter(Boolean).join(' · ')}</small>
            </span>
            {!isShut && (
              <ActionMenu
                items={[
                  { key: 'correct', label: <span data-testid="correct-milestone">{t('matters.correct')}…</span>, onClick: () => setAct({ kind: 'correct', milestone }) },
                  { key: 'strike', label: <span data-testid="strike-milestone">{t('matters.strikeMilestone')}…</span>, onClick: () => setAct({ kind: 'strike', milestone }) },
                ]}
              >
                <button type="button" className={styles.more} aria-label={t('sheet.more')} data-testid="milestone-menu">
                  ⋯
                </button>
              </ActionMenu>
            )}
          </li>
        ))}
        {page.struck.map(({ milestone, reason, by, on }) => (
          <li key={milestone.id} className={styles.gone} data-testid="struck-milestone">
            <time>{when(milestone.on)}</time>
            <span>
              <strong>{milestone.label}</strong>
              <small>{t('matters.struckBy', { day: shortDay(on, today), by, reason })}</small>
            </span>
            {!isShut && (
              <button type="button" className={styles.more} data-testid="restore-milestone" onClick={() => restore.mutate({ ...editOf(matter, 'restore_milestone'), milestone: milestone.id }, { onSuccess: ({ line }) => showDone(line) })}>
                {t('matters.restore')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {act?.kind === 'correct' && <MilestoneDialog row={page.row} milestone={act.milestone} known={act.milestone} onClose={() => setAct(null)} />}
      {act?.kind === 'strike' && <StrikeMilestone matter={matter} milestone={act.milestone} onClose={() => setAct(null)} />}
    </div>
  );
}

function StrikeMilestone({ matter, milestone, onClose }: { matter: string; milestone: MilestoneRow; onClose: () => void }) {
  const { t } = useTranslation();
  const strike = useWrite('edit_matter', { failureShownHere: true });
  const undo = useWrite('edit_matter');
  const edit = { ...editOf(matter, 'strike_milestone'), milestone: milestone.id };
  const foreseen = useForeseenEdit(edit);
  return (
    <ReasonDialog
      title={`${t('matters.strikeMilestone')} · ${milestone.label}`}
      about={t('matters.strikeMilestoneAbout')}
      okText={t('matters.strikeMilestone')}
      isBusy={strike.isPending}
      error={strike.error}
      onClose={onClose}
      onConfirm={(reason) =>
        strike.mutate(
          { ...edit, reason },
          {
            onSuccess: ({ line }) => {
              onClose();
              showDone(line, () => undo.mutate({ ...editOf(matter, 'restore_milestone'), milestone: milestone.id }));
            },
          },
        )
      }
    >
      <Foreseen foresight={foreseen.data} error={foreseen.error} isShort />
    </ReasonDialog>
  );
}
