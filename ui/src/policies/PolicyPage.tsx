import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { packListQueryOptions, packTextQueryOptions } from '../api/queries';
import { useDesk } from '../desk/desk';
import { asWireError } from '../platform';
import type { PackBrief } from '../platform/bindings';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { ChangePanel } from './ChangePanel';
import { groupsOf, isNear } from './groups';
import { PackEditor } from './PackEditor';
import { PackList } from './PackList';
import { PackPaper } from './PackPaper';
import styles from './PolicyPage.module.css';
import type { View } from './view';

/** 制度: the packs, the text of one, and what the office sets about it. */
export function PolicyPage() {
  const { data, error, refetch } = useQuery(packListQueryOptions());
  const { office } = useDesk();
  const [chosen, setChosen] = useState<string | null>(null);
  const [view, setView] = useState<View>('paper');
  if (error) {
    return (
      <div style={{ padding: 24 }}>
        <Failed error={asWireError(error)} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return null;
  const groups = groupsOf(data);
  const first = groups.find((group) => isNear(group.key, office.sector)) ?? groups[0];
  const shown = data.find((pack) => pack.id === chosen) ?? first?.packs[0];
  const choose = (id: string) => {
    setChosen(id);
    setView('paper');
  };
  return (
    <div className={styles.view} data-view={view}>
      <PackList packs={data} shown={shown?.id} onChoose={choose} />
      {shown === undefined ? <Nothing /> : <Pack key={shown.id} brief={shown} view={view} onView={setView} onWritten={choose} />}
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <section className={styles.paper}>
      <Empty text={t('policies.empty')} next={t('policies.emptyNext')} />
    </section>
  );
}

type PackProps = { brief: PackBrief; view: View; onView: (view: View) => void; onWritten: (id: string) => void };

function Pack({ brief, view, onView, onWritten }: PackProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(packTextQueryOptions(brief.id));
  if (view === 'editor') {
    return (
      <section className={styles.paper} data-view="editor">
        <PackEditor brief={brief} onClose={() => onView('paper')} />
      </section>
    );
  }
  // A pack that a newer program no longer reads can still be mended, if it is the office's own.
  if (error) {
    return (
      <section className={styles.paper}>
        <Failed error={asWireError(error)} onRetry={() => void refetch()} />
        {brief.own && (
          <Button onClick={() => onView('editor')} style={{ marginTop: 12 }}>
            {t('policies.edit')}
          </Button>
        )}
      </section>
    );
  }
  if (!data) return null;
  // What was typed belongs to the state in which the pack was; when that has changed, the form begins anew.
  const stamp = JSON.stringify([data.brief.state, data.versions, data.newer_text]);
  return (
    <>
      <section className={styles.paper}>
        <PackPaper page={data} onView={onView} onWritten={onWritten} />
      </section>
      <ChangePanel key={stamp} page={data} />
    </>
  );
}
