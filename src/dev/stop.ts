import { stop } from './launch';
import { thisMachine } from './machine';

void stop(thisMachine);
