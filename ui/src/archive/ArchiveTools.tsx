import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToClient, useRoute } from '../desk/route';
import { isIme } from '../shared/ime';
import { Kbd } from '../shared/Kbd';
import { isCovered } from '../shared/overlays';
import { ClientDialog } from './ClientDialog';
import { OwnFieldsDialog } from './OwnFieldsDialog';

/** What can be done from the list of clients: a new one (F2), doubtful data, the office's own fields. */
export function ArchiveTools() {
  const { t } = useTranslation();
  const { go } = useRoute();
  const [isNew, setNew] = useState(false);
  const [setsFields, setSetsFields] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isIme(event) || event.key !== 'F2' || isCovered()) return;
      event.preventDefault();
      setNew(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <span style={{ display: 'flex', gap: 8 }}>
      <Button type="primary" data-testid="client-new" onClick={() => setNew(true)}>
        {t('archive.new')} <Kbd>F2</Kbd>
      </Button>
      <Button data-testid="go-tidy" onClick={() => go({ page: 'clients', tidy: true })}>
        {t('archive.tidy')}
      </Button>
      <Button data-testid="own-fields" onClick={() => setSetsFields(true)}>
        {t('archive.ownFields')}
      </Button>
      {isNew && <ClientDialog onClose={() => setNew(false)} onSaved={goToClient} />}
      {setsFields && <OwnFieldsDialog onClose={() => setSetsFields(false)} />}
    </span>
  );
}
