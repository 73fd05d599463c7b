import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientArchiveQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { goToClient } from '../desk/route';
import type { ClientArchive, ClientBrief } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { maskPhone } from '../shared/mask';
import { showDone } from '../shared/notices';
import { DecideDialog } from '../worklist/DecideDialog';
import styles from './archive.module.css';
import { MergeDialog } from './MergeDialog';
import { PartButton } from './PartButton';

/** What else the client's page shows on the left: that he is not to be contacted, his household, who was merged into him. */
export function ClientSide({ client }: { client: ClientBrief }) {
  const { data } = useQuery(clientArchiveQueryOptions(client.id));
  if (!data) return null;
  return (
    <>
      {data.halt && <HaltBox client={client} halt={data.halt} />}
      <HouseholdBox client={client} archive={data} />
      {data.merges.length > 0 && <MergesBox archive={data} />}
    </>
  );
}

function HaltBox({ client, halt }: { client: ClientBrief; halt: NonNullable<ClientArchive['halt']> }) {
  const { t } = useTranslation();
  const [resumes, setResumes] = useState(false);
  const until = halt.until ? t('archive.until', { day: halt.until }) : t('archive.untilResumed');
  return (
    <div className={`${styles.box} ${styles.halt}`} data-testid="halt">
      <h3>
        <strong>{t(`archive.halt.${halt.act === 'pause' ? 'pause' : 'doNotContact'}`)}</strong>
        <Button data-testid="halt-resume" onClick={() => setResumes(true)}>
          {t('archive.resume')}
        </Button>
      </h3>
      <p>{[t('archive.since', { day: halt.since }), until, halt.reason, halt.by].filter(Boolean).join(' · ')}</p>
      {halt.tasks > 0 && <p>{t('archive.haltTasks', { count: halt.tasks })}</p>}
      {resumes && <DecideDialog act="resume" client={client.id} name={client.name} onClose={() => setResumes(false)} />}
    </div>
  );
}

function HouseholdBox({ client, archive }: { client: ClientBrief; archive: ClientArchive }) {
  const { t } = useTranslation();
  const join = useWrite('join_household');
  const leave = useWrite('leave_household');
  const [merging, setMerging] = useState<string | null>(null);
  const { household, suggested } = archive;
  if (household.length === 0 && suggested.length === 0) return null;
  const done = { onSuccess: (changed: { line: string }) => showDone(changed.line) };
  const name = (other: ClientBrief) => (
    <button type="button" className={styles.link} onClick={() => goToClient(other.id)}>
      {other.name}
    </button>
  );
  return (
    <div className={styles.box} data-testid="household">
      <h3>
        {t('archive.household')}
        {household.length > 0 && (
          <button type="button" className={styles.link} data-testid="household-leave" onClick={() => leave.mutate({ client: client.id }, done)}>
            {t('archive.leave')}
          </button>
        )}
      </h3>
      {household.length > 0 && <p>{t('archive.householdAbout')}</p>}
      {household.map((member) => (
        <div key={member.id} className={styles.row} data-testid="household-member">
          {name(member)}
          <small>{member.phone && maskPhone(member.phone)}</small>
        </div>
      ))}
      {suggested.map((hint) => (
        <div key={hint.client.id} className={styles.row} data-testid="household-hint">
          {name(hint.client)}
          <small>{hint.why}</small>
          <span className={styles.end}>
            <button type="button" className={styles.link} data-testid="household-join" onClick={() => join.mutate({ clients: [client.id, hint.client.id] }, done)}>
              {t('archive.join')}
            </button>{' '}
            <button type="button" className={styles.link} onClick={() => setMerging(hint.client.id)}>
              {t('archive.sameOne')}
            </button>
          </span>
        </div>
      ))}
      {join.error && <Failed error={join.error} />}
      {merging && <MergeDialog a={client.id} b={merging} onClose={() => setMerging(null)} />}
    </div>
  );
}

function MergesBox({ archive }: { archive: ClientArchive }) {
  const { t } = useTranslation();
  return (
    <div className={styles.box} data-testid="merges">
      <h3>{t('archive.merges')}</h3>
      {archive.merges.map((merge) => (
        <div key={merge.merge} className={styles.row}>
          <span>{merge.name}</span>
          <small>{[merge.at, merge.by].filter(Boolean).join(' ')}</small>
          <span className={styles.end}>
            <PartButton merge={merge.merge} />
          </span>
        </div>
      ))}
    </div>
  );
}
