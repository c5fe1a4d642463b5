/** Only what may stand in an address of a picture here: the page's own origin, or a picture in the address itself. */
const SAFE = /^(\/page\/files\/|data:image\/)/;

/** A picture of a message. One from elsewhere is a link: the page loads nothing from other servers. */
export function Picture({ url, name, className }: { url: string; name: string; className: string }) {
  if (SAFE.test(url)) return <img class={className} src={url} alt={name} loading="lazy" />;
  if (!/^https?:\/\//.test(url)) return <span class="hint">{name}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {name}
    </a>
  );
}
