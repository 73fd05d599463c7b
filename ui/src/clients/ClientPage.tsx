import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clientPageQueryOptions } from '../api/queries';
import { ClientSide } from '../archive/ClientSide';
import { NextBox } from '../archive/NextBox';
import { StoryTabs } from '../archive/StoryTabs';
import { CallActions } from '../calls/CallActions';
import { useRoute } from '../desk/route';
import { asWireError } from '../platform';
import type { ClientPage as Page } from '../platform/bindings';
import { Facts } from '../shared/Facts';
import { Failed } from '../shared/Failed';
import { isIme } from '../shared/ime';
import { isCovered } from '../shared/overlays';
import { Phone } from '../shared/Phone';
import { NumbersOf } from '../shared/reveal';
import { Tags } from '../shared/Tags';
import { ClientActions } from './ClientActions';
import { CopyPhone } from './CopyPhone';
import styles from './ClientPage.module.css';
import { ClientTasks } from './ClientTasks';
import { Timeline } from './Timeline';
import { WhyList } from './WhyList';

/** One client, one page: facts and what to do on the left, what happened on the right. */
export function ClientPage({ client }: { client: string }) {
  const { data, error, refetch } = useQuery(clientPageQueryOptions(client));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isIme(event) || event.key !== 'Escape' || isCovered()) return;
      if (document.activeElement instanceof HTMLInputElement) return;
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
  return data ? (
    <NumbersOf value={client}>
      <Shown page={data} />
    </NumbersOf>
  ) : null;
}

function Shown({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { back } = useRoute();
  const { client, phones } = page;
  const box = useRef<HTMLDivElement>(null);
  // Tab begins on this page, not at the top of the window.
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={box} tabIndex={-1} className={styles.page} data-testid="client-page" data-client={client.id}>
      <section className={styles.card} aria-label={client.name}>
        <Button className={styles.back} onClick={back} data-testid="back">
          ← {t('common.back')}
        </Button>
        <div>
          <h1 className={styles.name} data-selectable>
            {client.name}
          </h1>
          {client.tags.length > 0 && (
            <span className={styles.tags}>
              <Tags tags={client.tags} />
            </span>
          )}
        </div>
        {phones.length === 0 && <span className={styles.mute}>{t('sheet.noPhone')}</span>}
        {phones.map((phone, index) => (
          <div key={`${phone.label}${phone.value}`} className={index === 0 ? styles.mainPhone : styles.phone}>
            <Phone phone={phone.value} />
            {index === 0 && <CopyPhone phone={phone.value} />}
            <span className={styles.mute}>{phone.label}</span>
          </div>
        ))}
        <NextBox tasks={page.tasks} items={page.timeline} />
        <Facts facts={page.facts} />
        <CallActions client={client} />
        <ClientActions client={client} />
        <ClientSide client={client} />
        <WhyList lines={page.why} />
      </section>
      <section className={styles.story}>
        <ClientTasks tasks={page.tasks} />
        <StoryTabs client={client.id} items={page.timeline}>
          {(items) => <Timeline items={items} />}
        </StoryTabs>
      </section>
    </div>
  );
}
