import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { useDayWords } from '../i18n/days';
import type { PackText, ParamOverride } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { DayField } from '../shared/DayField';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { parseSpokenDay } from '../shared/spokenDay';
import { useToday } from '../shared/today';
import { BacklogBox } from './BacklogBox';
import styles from './ChangePanel.module.css';
import { OverrideBox } from './OverrideBox';
import { ParamForm, type Values } from './ParamForm';
import { Preview } from './Preview';
import { changeOf, useForesight } from './useForesight';
import { VersionBox } from './VersionBox';

/** What the office sets about the pack, from which day; what that would do; and doing it. */
export function ChangePanel({ page }: { page: PackText }) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const { brief, params } = page;
  const isEnabled = brief.state === 'on' || brief.state === 'coming';
  const [values, setValues] = useState<Values>({});
  const [overrides, setOverrides] = useState<ParamOverride[] | null>(null);
  const [takesText, setTakesText] = useState(false);
  const [typedDay, setTypedDay] = useState(brief.state === 'coming' ? (brief.effective_from ?? today) : today);
  const from = parseSpokenDay(typedDay, today, words);
  // Enabling says yes to every value that the policy does not give.
  const silent = Object.fromEntries(params.filter((param) => param.silent).map((param) => [param.name, param.value]));
  const change = changeOf(isEnabled ? 'params' : 'enable', { pack: brief.id, from, values: isEnabled ? values : { ...silent, ...values }, overrides, new_text: takesText });
  const isDirty = !isEnabled || takesText || overrides !== null || Object.keys(values).length > 0;
  const foresight = useForesight(change);
  const write = useWrite('change_policy', { failureShownHere: true });
  const error = write.error ?? foresight.error;
  const canDo = isDirty && from !== null && foresight.preview !== null && !write.isPending;

  const look = () => {
    write.reset();
    if (isDirty && from !== null) foresight.look();
  };
  const enact = () => {
    if (!canDo) return;
    write.mutate(change, { onSuccess: (changed) => showDone(`${brief.title} · ${changed.line}`) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || !event.ctrlKey || event.key !== 'Enter') return;
    event.preventDefault();
    if (canDo) enact();
    else look();
  };
  const day = from ? shortDay(from, today) : t('policies.someDay');
  const verb = isEnabled ? 'policies.changeFrom' : brief.state === 'off' ? 'policies.enableFrom' : 'policies.resumeFrom';
  return (
    <aside className={styles.panel} aria-label={t('policies.panel')} data-testid="change-panel" onKeyDown={onKeyDown}>
      <div className={styles.body}>
        {page.newer_text && (
          <div className={styles.newer}>
            <span>{t('policies.newerText')}</span>
            {isEnabled && (
              <Button size="small" onClick={() => setTakesText(!takesText)} aria-pressed={takesText} data-testid="take-text">
                {t(takesText ? 'policies.leaveText' : 'policies.takeText')}
              </Button>
            )}
          </div>
        )}
        <h3>{t(isEnabled ? 'policies.paramsOn' : 'policies.paramsOff')}</h3>
        {params.length === 0 ? <p className={styles.note}>{t('policies.noParams')}</p> : <ParamForm params={params} classes={page.classes} values={values} onChange={setValues} error={error} />}
        {isEnabled && params.length > 0 && (
          <section className={styles.section}>
            <h3>{t('policies.overrides')}</h3>
            <OverrideBox page={page} overrides={overrides ?? page.overrides} onChange={setOverrides} error={error} />
          </section>
        )}
        <Field label={t(isEnabled ? 'policies.changeDay' : 'policies.enableDay')} hint={t(isEnabled ? 'policies.changeDayHint' : 'policies.enableDayHint')}>
          <DayField label={t('policies.fromDay')} testId="change-day" value={typedDay} onChange={setTypedDay} invalid={from === null} />
        </Field>
        {error && error.code !== 'param_invalid' && <Failed error={error} />}
        {foresight.preview && (
          <section className={styles.section}>
            <h3>{t('policies.previewOf', { day: from ?? '' })}</h3>
            <Preview preview={foresight.preview} />
          </section>
        )}
        {foresight.isStale && <p className={styles.note}>{t('policies.stale')}</p>}
        {isEnabled && <BacklogBox pack={brief.id} />}
        {page.versions.length > 0 && <VersionBox page={page} />}
      </div>
      <footer className={styles.foot}>
        <div className={styles.buttons}>
          <Button onClick={look} loading={foresight.isBusy} disabled={!isDirty || from === null} data-testid="preview-run">
            {t('policies.look')}
          </Button>
          <Button type="primary" onClick={enact} loading={write.isPending} disabled={!canDo} data-testid="change-run">
            {t(verb, { day })}
          </Button>
        </div>
        <small>{t(isDirty ? (canDo ? 'policies.canDo' : 'policies.lookFirst') : 'policies.nothingChanged')}</small>
      </footer>
    </aside>
  );
}
