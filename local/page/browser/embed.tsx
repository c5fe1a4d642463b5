import { colorOf, type Json, recordOf, recordsIn, textOf } from './json.ts';
import { MarkdownText } from './markdown-text.tsx';
import { Picture } from './picture.tsx';

/** One embed of a message. */
export function Embed({ embed }: { embed: Json }) {
  const author = recordOf(embed['author']);
  const footer = recordOf(embed['footer']);
  const fields = recordsIn(embed['fields']);
  const title = textOf(embed['title']);
  const description = textOf(embed['description']);
  const url = textOf(embed['url']);
  const time = Date.parse(textOf(embed['timestamp']));
  const color = colorOf(embed['color']);
  const thumbnail = textOf(recordOf(embed['thumbnail'])['url']);
  const image = textOf(recordOf(embed['image'])['url']);
  const below = [textOf(footer['text']), Number.isNaN(time) ? '' : new Date(time).toLocaleString()];
  return (
    <article class="embed" style={color === undefined ? {} : { borderColor: color }}>
      {thumbnail !== '' && <Picture url={thumbnail} name="thumbnail" className="thumbnail" />}
      {textOf(author['name']) !== '' && <div class="embed-author">{textOf(author['name'])}</div>}
      {title !== '' && (
        <div class="embed-title">
          {url === '' ? (
            <MarkdownText text={title} />
          ) : (
            <a href={url} target="_blank" rel="noreferrer noopener">
              <MarkdownText text={title} />
            </a>
          )}
        </div>
      )}
      {description !== '' && (
        <div>
          <MarkdownText text={description} />
        </div>
      )}
      {fields.length > 0 && (
        <dl class="embed-fields">
          {fields.map((field, index) => (
            <div key={`${index}.field`} class={field['inline'] === true ? 'inline' : ''}>
              <dt>
                <MarkdownText text={textOf(field['name'])} />
              </dt>
              <dd>
                <MarkdownText text={textOf(field['value'])} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {image !== '' && <Picture url={image} name="picture" className="image" />}
      {below.some((part) => part !== '') && (
        <div class="embed-footer">{below.filter((part) => part !== '').join(' • ')}</div>
      )}
    </article>
  );
}
