import type { Attachment } from '../protocol.ts';
import { Picture } from './picture.tsx';

/** A file of a message: pictures are shown, others can be downloaded. */
export function AttachmentRow({ file }: { file: Attachment }) {
  if (/^image\/(png|jpeg|gif|webp|avif)$/.test(file.contentType)) {
    return <Picture url={file.url} name={file.description || file.name} className="image" />;
  }
  return (
    <a class="file" href={file.url} download={file.name}>
      📄 {file.name} <span class="hint">{sizeText(file.size)}</span>
    </a>
  );
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
