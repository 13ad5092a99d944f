import { readFile } from 'node:fs/promises';

/** /proc counts in hundredths of a second (`getconf CLK_TCK`), whatever the machine. */
const tick = 10;

/** The processor time that a process has used since it began, in milliseconds. Linux only. */
export async function processorTime(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // proc(5): after the name, which may hold anything but is in brackets, utime and stime are fields 12 and 13.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tick;
}

/** The processes that this one has started and that live, such as a server's media workers. */
export async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.trim().split(' ').filter(Boolean).map(Number);
}
