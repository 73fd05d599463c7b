import { IsRestoringProvider, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import { newQueryClient } from '../api/client';
import { deskStatusQueryOptions } from '../api/queries';
import { Frame } from '../desk/Frame';
import { antdConfig, useIsDark } from '../desk/theme';
import { StartPage } from '../desk/StartPage';
import { usePerson, useShellEvents } from '../desk/useShell';
import { useTitle } from '../desk/useTitle';
import { WhoWorks } from '../desk/WhoWorks';
import { LockScreen } from '../lock/LockScreen';
import { useIdleLock } from '../lock/useIdleLock';
import { NewMatterHost } from '../matters/NewMatter';
import { asWireError } from '../platform';
import { Boundary } from '../shared/Boundary';
import { Failed } from '../shared/Failed';
import { Page } from './Page';

/** The whole page: the start page, or the frame with a page in it. */
export function App() {
  const [client] = useState(newQueryClient);
  const isDark = useIsDark();
  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  }, [isDark]);
  return (
    <ConfigProvider locale={zhCN} componentSize="small" theme={antdConfig(isDark)} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={client}>
        <Boundary>
          <Desk />
        </Boundary>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

function Desk() {
  const { data, error, refetch } = useQuery(deskStatusQueryOptions());
  const [askedIn, setAskedIn] = useState<string | null>(null);
  const isLocked = data?.lock.locked ?? false;
  const hasFrame = data?.office && (data.me || askedIn === data.office.dir);
  useTitle(hasFrame ? null : data?.office?.name, 0);
  usePerson(data?.me?.id ?? '');
  useIdleLock(Boolean(hasFrame) && !isLocked);
  useShellEvents();
  if (error) {
    return (
      <div style={{ padding: 40 }}>
        <Failed error={asWireError(error)} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return null;
  if (!data.office) return <StartPage recent={data.recent} />;
  if (!hasFrame) {
    return <WhoWorks office={data.office.name} pins={data.lock.pins} onLater={() => setAskedIn(data.office?.dir ?? null)} />;
  }
  return (
    <>
      {/* What stands below the lock keeps what it knows and asks nothing: every answer would be a refusal. */}
      <IsRestoringProvider value={isLocked}>
        {/* Another person begins afresh: what the last one had half filled in is his draft. */}
        <Frame key={`${data.office.dir}/${data.me?.id ?? ''}`}>
          <Page />
          {!isLocked && <NewMatterHost />}
        </Frame>
      </IsRestoringProvider>
      {isLocked && <LockScreen desk={data} />}
    </>
  );
}
