import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import { dueText } from '../i18n/days';
import type { MatterKindBrief, MatterRow, MatterTask, MilestoneKind } from '../platform/bindings';
import { type Look, StateMark } from '../shared/StateMark';
import { useToday } from '../shared/today';
import styles from './Board.module.css';
import { nextMilestones } from './milestones';

/** Height of a card with its space, in pixels. */
export const CARD_HEIGHT = 116;

/** So many buttons fit below a card. */
const MOST_BUTTONS = 3;

type Props = { row: MatterRow; kind: MatterKindBrief; isSelected: boolean; onReach: (milestone: MilestoneKind) => void };

/** A matter on the board: whom, what, how long, what is due next, and the milestones that it may come to. */
export function MatterCard({ row, kind, isSelected, onReach }: Props) {
  const { t } = useTranslation();
  const about = [row.handler, row.department].filter(Boolean).join(' · ');
  return (
    <div className={isSelected ? `${styles.card} ${styles.selected}` : styles.card} title={[row.client?.name, row.text, about].filter(Boolean).join('\n')}>
      <span className={styles.name}>
        <strong>{row.client?.name ?? t('matters.nobodyShort')}</strong>
        <Severity code={row.severity} />
        <small>{row.matter.no}</small>
      </span>
      <span className={styles.text}>{[row.client?.place, row.text].filter(Boolean).join(' · ') || t('matters.noText')}</span>
      <span className={styles.meta}>
        <span>{t(row.ended ? 'matters.took' : 'matters.open', { count: row.days })}</span>
        {row.next ? <NextTask task={row.next} /> : about && <span>{about}</span>}
      </span>
      <span className={styles.buttons}>
        {nextMilestones(kind, row)
          .slice(0, MOST_BUTTONS)
          .map((milestone, index) => (
            <button key={milestone.kind} type="button" tabIndex={-1} className={styles.button} data-testid={`reach-${milestone.kind}`} onClick={() => onReach(milestone)}>
              {milestone.label}
              {isSelected && <span className={styles.key}>{index + 1}</span>}
            </button>
          ))}
      </span>
    </div>
  );
}

/** A severity above the ordinary one, as colour and word. */
export function Severity({ code }: { code: string | null }) {
  if (code === null || code === 'normal') return null;
  return <span className={code === 'important' ? `${styles.grave} ${styles.important}` : styles.grave}>{codeText('severity', code)}</span>;
}

/** The task that is due next, as colour, word and shape. */
export function NextTask({ task }: { task: MatterTask }) {
  const { t } = useTranslation();
  const today = useToday();
  const look: Look = task.state === 'overdue' ? 'late' : task.due.startsWith(today) ? 'now' : 'later';
  const when = look === 'late' ? t('worklist.days_over', { count: task.days_over }) : dueText(task.due, today);
  return <StateMark look={look} text={`${task.title} ${when}`} />;
}
