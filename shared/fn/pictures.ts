import { DRAWING } from '../drawing/drawing.ts';
import { replyPictures } from '../effects/send-picture.ts';
import { stoppableTimer } from './stoppable-timer.ts';

/** For `serveCommand` and `serveJob` of the functions whose replies carry pictures. */
export const PICTURES = replyPictures({ drawing: DRAWING, timer: stoppableTimer });
