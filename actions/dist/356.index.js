export const id = 356;
export const ids = [356];
export const modules = {

/***/ 74332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ endProcess),
/* harmony export */   Qc: () => (/* binding */ endMarked),
/* harmony export */   l2: () => (/* binding */ groupIsAlive)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _process_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14121);


const POLL_MS = 20;
/**
 * Ends one process that is not our child, as its duty says: signal, grace, SIGKILL. Does nothing to a pid that meanwhile belongs to
 * somebody else. Resolves when it is gone, at the latest a second after SIGKILL.
 */
async function endProcess(duty) {
    if (!(0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunning */ .W_)(duty))
        return;
    const target = duty.group ? -duty.pid : duty.pid;
    if (duty.signal !== 'none')
        (0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .sendSignal */ .vG)(target, duty.signal);
    if (!(await isGone(duty, duty.graceMs))) {
        (0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .sendSignal */ .vG)(target, 'SIGKILL');
        await isGone(duty, 1_000);
    }
}
async function isGone(duty, withinMs) {
    const alive = () => (0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunning */ .W_)(duty) || (duty.group && groupIsAlive(duty.pid));
    for (let waitedMs = 0; alive(); waitedMs += POLL_MS) {
        if (waitedMs >= withinMs)
            return false;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(POLL_MS);
    }
    return true;
}
/** Ends whatever carries a marker in its environment, at once: descendants that a stop of their ancestors has missed. Returns how many. */
function endMarked(name, value) {
    const marked = (0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .processesWithEnvironment */ .Jz)(name, value).filter((pid) => pid !== process.pid);
    for (const pid of marked)
        (0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .sendSignal */ .vG)(pid, 'SIGKILL');
    return marked.length;
}
/** Whether anything of a process group still runs; zombies do not count. */
function groupIsAlive(group) {
    return (0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .readProcesses */ ._F)().some((stat) => stat.group === group && stat.state !== 'Z');
}


/***/ }),

/***/ 18356:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _end_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74332);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58125);
/**
 * The guardian: waits at the end of a pipe for Shotclock to vanish. The kernel closes the pipe however Shotclock ends, SIGKILL and crash
 * included; without a goodbye before that, the guardian ends every process and removes every path that it was told of.
 */




// Ctrl-C and a closing terminal reach everybody at once; the guardian must be the last to leave.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => undefined);
const duties = new Map();
let goodbye = false;
for await (const line of (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: process.stdin })) {
    const message = (0,_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .parseMessage */ .v)(line);
    if (message?.say === 'watch')
        duties.set(message.key, message.duty);
    if (message?.say === 'forget')
        duties.delete(message.key);
    if (message?.say === 'goodbye')
        goodbye = true;
}
if (!goodbye)
    await cleanUp([...duties.values()]);
async function cleanUp(all) {
    const processes = all.filter((duty) => duty.kind === 'process');
    await Promise.all(processes.map(_end_process_js__WEBPACK_IMPORTED_MODULE_2__/* .endProcess */ .JZ));
    for (const duty of all)
        if (duty.kind === 'marker')
            (0,_end_process_js__WEBPACK_IMPORTED_MODULE_2__/* .endMarked */ .Qc)(duty.name, duty.value);
    // One path that cannot be removed must not keep the others; nobody is left to tell.
    const paths = all.filter((duty) => duty.kind === 'path').map((duty) => duty.path);
    await Promise.allSettled(paths.map(async (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })));
    const folders = all.filter((duty) => duty.kind === 'shared-folder').map((duty) => duty.path);
    await Promise.allSettled(folders.map(async (path) => {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(path);
    }));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 58125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ parseMessage)
/* harmony export */ });
/** What Shotclock tells its guardian: one JSON object a line. */
/**
 * Parses one line; undefined when it is torn, as the last one can be when Shotclock is killed while it writes. Both ends of the pipe are
 * the same version of this package, so the shape is not checked again.
 */
function parseMessage(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 14121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ processesWithEnvironment),
/* harmony export */   O3: () => (/* binding */ listProcesses),
/* harmony export */   W_: () => (/* binding */ isRunning),
/* harmony export */   _F: () => (/* binding */ readProcesses),
/* harmony export */   ls: () => (/* binding */ identify),
/* harmony export */   po: () => (/* binding */ processName),
/* harmony export */   vG: () => (/* binding */ sendSignal)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/** What the kernel says about processes (proc(5)). Elsewhere than on Linux `ps` answers the one question that safety needs. */



/** Reads one process; undefined when it is gone. */
function readProcess(pid) {
    return parseStat(pid, readProcFile(`${pid}/stat`));
}
function parseStat(pid, text) {
    // The name stands in parentheses and may hold blanks and parentheses itself, so fields are counted from the last one.
    const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state, parent, group, startTime] = [fields?.[0], fields?.[1], fields?.[2], fields?.[19]];
    if (fields === undefined || state === undefined || startTime === undefined)
        return undefined;
    const cpuTicks = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
    return { pid, parent: Number(parent), group: Number(group), state, startTime, cpuTicks };
}
/** Every process that can be seen; empty where there is no /proc. */
function readProcesses() {
    return processIds()
        .map(readProcess)
        .filter((stat) => stat !== undefined);
}
/** The same without blocking, for while something is being measured. */
async function listProcesses() {
    const stats = processIds().map(async (pid) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(`/proc/${pid}/stat`, 'utf8').then((text) => parseStat(pid, text), () => undefined));
    return (await Promise.all(stats)).filter((stat) => stat !== undefined);
}
/** The identity of a running process; undefined when it is gone. */
function identify(pid) {
    const startTime = readProcess(pid)?.startTime ?? startTimeByPs(pid);
    return startTime === undefined ? undefined : { pid, startTime };
}
/** Whether exactly this process still runs (a zombie does not). */
function isRunning(identity) {
    const stat = readProcess(identity.pid);
    if (stat !== undefined)
        return stat.startTime === identity.startTime && stat.state !== 'Z';
    return startTimeByPs(identity.pid) === identity.startTime;
}
/** Processes whose environment holds `NAME=value`, wherever their parents went. Only those that this user may look into. */
function processesWithEnvironment(name, value) {
    const entry = `\0${name}=${value}\0`;
    return processIds().filter((pid) => `\0${readProcFile(`${pid}/environ`) ?? ''}\0`.includes(entry));
}
/** The name of a process for people: `node`, `postgres`. */
function processName(pid) {
    return readProcFile(`${pid}/comm`)?.trim();
}
/** Sends a signal to a process, or to a group when negative; false when nobody was there to receive it. */
function sendSignal(pid, signal) {
    try {
        return process.kill(pid, signal);
    }
    catch {
        return false;
    }
}
function processIds() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)('/proc').map(Number).filter(Number.isInteger);
    }
    catch {
        return [];
    }
}
function readProcFile(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${path}`, 'utf8');
    }
    catch {
        return undefined;
    }
}
function startTimeByPs(pid) {
    if (process.platform === 'linux' || process.platform === 'win32')
        return undefined;
    try {
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    }
    catch {
        return undefined;
    }
}


/***/ })

};
