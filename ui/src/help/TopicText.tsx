import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyList } from '../desk/KeyList';
import styles from './Help.module.css';
import { pictureAddress } from './pictures';
import { Said } from './Said';
import { type PictureName, pictureText, type TopicId, topicOf } from './topics';

/** One topic: what it is for, numbered steps, and pictures below the steps that they show. */
export function TopicText({ id, box }: { id: TopicId; box: Ref<HTMLElement> }) {
  const { title, about, steps } = topicOf(id);
  return (
    <article ref={box} className={styles.text} tabIndex={0} aria-labelledby="help-topic" data-testid="help-text" data-topic={id}>
      <h1 id="help-topic">{title}</h1>
      <p className={styles.about}>
        <Said text={about} />
      </p>
      <ol className={styles.steps}>
        {steps.map(({ text, picture }) => (
          <li key={text} data-testid="help-step">
            <p>
              <Said text={text} />
            </p>
            {picture && <Picture key={picture} name={picture} />}
          </li>
        ))}
      </ol>
      {id === 'keys' && <KeyList />}
    </article>
  );
}

/** A picture of the program, as wide as the text; a click shows it in its own size. */
function Picture({ name }: { name: PictureName }) {
  const { t } = useTranslation();
  const [isLarge, setLarge] = useState(false);
  const about = pictureText(name);
  return (
    <figure className={styles.picture} data-large={isLarge || undefined}>
      <button type="button" aria-pressed={isLarge} aria-label={t('help.enlarge', { about })} onClick={() => setLarge(!isLarge)}>
        <img src={pictureAddress(name)} alt="" loading="lazy" data-testid="help-picture" data-picture={name} />
      </button>
      <figcaption>{about}</figcaption>
    </figure>
  );
}
