import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matterKindsQueryOptions, matterPageQueryOptions } from '../api/queries';
import { ClientTasks } from '../clients/ClientTasks';
import { goToClient, goToMatter, useRoute } from '../desk/route';
import { asWireError } from '../platform';
import type { MatterPage as Page, MilestoneKind } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { isIme, isTextField } from '../shared/ime';
import { isCovered } from '../shared/overlays';
import { History } from '../worklist/History';
import { MatterActions } from './MatterActions';
import { Severity } from './MatterCard';
import { MatterFacts } from './MatterFacts';
import { Line } from './MatterTable';
import { MatterPaper } from './MatterPaper';
import { MilestoneDialog } from './MilestoneDialog';
import { MilestoneList } from './MilestoneList';
import { nextMilestones } from './milestones';
import styles from './MatterPage.module.css';

const ENDED = ['done', 'lost', 'waived', 'missed', 'withdrawn'];

/** One matter, one page: its facts on the left, what happened and what came of it on the right. */
export function MatterPage({ matter }: { matter: string }) {
  const { data, error, refetch } = useQuery(matterPageQueryOptions(matter));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isIme(event) || event.key !== 'Escape' || isCovered() || isTextField(document.activeElement)) return;
      useRoute.getState().back();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  if (error) {
    return (
      <div className={styles.failed}>
        <Failed error={asWireError(error)} onRetry={() => void refetch()} />
      </div>
    );
  }
  return data ? <Shown page={data} /> : null;
}

function Shown({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { back } = useRoute();
  const { row } = page;
  const { data: kinds } = useQuery(matterKindsQueryOptions());
  const kind = kinds?.kinds.find((known) => known.kind === row.matter.kind);
  const [reached, setReached] = useState<MilestoneKind | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const milestones = kind && page.struck_out === null ? nextMilestones(kind, row) : [];
  const onKeyDown = (event: ReactKeyboardEvent) => {
    if (isIme(event) || event.ctrlKey || event.altKey || isTextField(event.target) || isCovered()) return;
    const milestone = /^[1-9]$/.test(event.key) ? milestones[Number(event.key) - 1] : undefined;
    if (!milestone) return;
    setReached(milestone);
    event.preventDefault();
  };
  const current = page.tasks.filter((task) => !ENDED.includes(task.state));
  const ended = page.tasks.filter((task) => ENDED.includes(task.state));
  return (
    <div ref={box} tabIndex={-1} className={styles.page} data-testid="matter-page" data-matter={row.matter.id} onKeyDown={onKeyDown}>
      <section className={styles.card} aria-label={row.matter.no ?? row.matter.kind_label}>
        <Button className={styles.back} onClick={back} data-testid="back">
          ← {t('common.back')}
        </Button>
        <div>
          <h1 className={styles.name} data-selectable>
            {row.matter.kind_label} {row.matter.no} <Severity code={row.severity} />
          </h1>
          <p className={styles.mute}>
            {row.stage_label} · {t(row.ended ? 'matters.took' : 'matters.open', { count: row.days })}
          </p>
        </div>
        {page.struck_out && (
          <p className={styles.struck} role="status">
            {t('matters.struckOut', { day: page.struck_out.on, by: page.struck_out.by, reason: page.struck_out.reason })}
          </p>
        )}
        <ul className={styles.people} aria-label={t('matters.client')}>
          {page.participants.length === 0 && <li>{t('matters.nobody')}</li>}
          {page.participants.map(({ client, role, role_label }) => (
            <li key={`${client.id}/${role}`}>
              <Button type="link" className={styles.person} data-testid="matter-client" onClick={() => goToClient(client.id)}>
                {client.name}
              </Button>
              <span className={styles.mute}>{[client.place, role === 'subject' ? null : role_label].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
        <MatterFacts page={page} kinds={kinds} />
        <MatterPaper page={page} />
        {kinds && <MatterActions page={page} kinds={kinds} />}
      </section>
      <section className={styles.story}>
        {milestones.length > 0 && (
          <div className={styles.milestones} role="group" aria-label={t('matters.reach')}>
            {milestones.map((milestone, index) => (
              <Button key={milestone.kind} size="middle" type={index === 0 && !row.ended ? 'primary' : 'default'} data-testid={`reach-${milestone.kind}`} onClick={() => setReached(milestone)}>
                {milestone.label}
                {index < 9 && <span className={styles.key}>{index + 1}</span>}
              </Button>
            ))}
          </div>
        )}
        <ClientTasks tasks={current} />
        <MilestoneList page={page} />
        {ended.length > 0 && (
          <div>
            <h2>{t('matters.endedTasks')}</h2>
            <ClientTasks tasks={ended} isOver />
          </div>
        )}
        <History records={page.records} client={page.participants[0]?.client.id ?? null} />
        {(page.children.length > 0 || page.parent) && (
          <div>
            <h2>{t('matters.related')}</h2>
            {page.parent && (
              <Button type="link" onClick={() => goToMatter(page.parent!.id)}>
                {t('matters.parent')} {page.parent.kind_label} {page.parent.no}
              </Button>
            )}
            {page.children.map((child) => (
              <button key={child.matter.id} type="button" className={styles.child} data-testid="matter-child" onClick={() => goToMatter(child.matter.id)}>
                <Line row={child} />
              </button>
            ))}
          </div>
        )}
      </section>
      {reached && (
        <MilestoneDialog
          row={row}
          milestone={reached}
          onClose={() => {
            setReached(null);
            box.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </div>
  );
}
