import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import { newQueryClient } from '../api/client';
import { deskStatusQueryOptions } from '../api/queries';
import { Frame } from '../desk/Frame';
import { antdConfig, useIsDark } from '../desk/theme';
import { StartPage } from '../desk/StartPage';
import { WhoWorks } from '../desk/WhoWorks';
import { texts } from '../i18n';
import { NewMatterHost } from '../matters/NewMatter';
import { asWireError, host } from '../platform';
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
  const name = data?.office?.name;
  useEffect(() => {
    const title = name ? texts.t('app.title', { office: name }) : texts.t('app.name');
    host().setTitle(title).catch(() => undefined);
    document.title = title;
  }, [name]);
  if (error) {
    return (
      <div style={{ padding: 40 }}>
        <Failed error={asWireError(error)} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return null;
  if (!data.office) return <StartPage recent={data.recent} />;
  if (!data.me && askedIn !== data.office.dir) {
    return <WhoWorks office={data.office.name} onLater={() => setAskedIn(data.office?.dir ?? null)} />;
  }
  return (
    <Frame key={data.office.dir}>
      <Page />
      <NewMatterHost />
    </Frame>
  );
}
