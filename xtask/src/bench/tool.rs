//! The tool as hosts install it, on large catalogues: how long its commands take, and the most memory that they hold.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::{Corpus, document, folder, prepare, quiet};
use crate::setup::{self, Need};
use crate::{paths, process, release, site};

/// How many times each command is run; the median of the times is kept.
const ROUNDS: usize = 5;
/// Between two looks at the memory of a command.
const LOOK: Duration = Duration::from_millis(1);
/// The most memory that a command is to hold, in sizes of what it reads.
const MOST_MEMORY: f64 = 20.0;

/// A command on a catalogue.
struct Row {
    title: String,
    entry_count: usize,
    /// What it reads, in bytes.
    size: u64,
    time: Duration,
    /// What it is to take at most.
    limit: Option<Duration>,
    /// The most memory that it held, in bytes.
    memory: u64,
    /// Whether nothing else kept the machine busy.
    is_quiet: bool,
}

/// Measures made catalogues, then the lists that are given, from a file or a folder each.
pub(super) fn run(sources: &[PathBuf], write: bool) -> Result<()> {
    setup::ensure(&[Need::Build])?;
    let app = site::app();
    ensure!(app.join("index.html").is_file(), "{} has no app; run cargo xtask build first", app.display());
    let program = release::compiled_here()?;
    let tool = |name: &str| tool(&program, name);
    let made = |count| Ok::<_, anyhow::Error>(prepare::made(Corpus::Made(count))?.join("catalogue.json"));
    let (thousand, ten_thousand) = (made(1_000)?, made(10_000)?);
    let out = folder().join("tool");
    let _ = fs::remove_dir_all(&out);
    fs::create_dir_all(&out)?;
    let faulty = out.join("faulty.json");
    fs::write(&faulty, fs::read_to_string(&ten_thousand)?.replace("\"name\":", "\"nom\": 1, \"name\":"))?;
    let second = Some(Duration::from_secs(1));
    let build = |data: &Path| {
        let mut command = tool("build");
        command.arg("--app").arg(&app).arg("--data").arg(data).arg("--out").arg(out.join("site"));
        command
    };
    let check = |data: &Path| {
        let mut command = tool("check");
        command.arg(data);
        command
    };
    let mut rows = vec![
        Row::of("`build`, made", &thousand, &thousand, second, true, || build(&thousand))?,
        Row::of("`check`, made", &ten_thousand, &ten_thousand, second, true, || check(&ten_thousand))?,
        Row::of("`check`, the same with a problem in each", &faulty, &faulty, None, false, || check(&faulty))?,
    ];
    for source in sources {
        let name = source.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let data = out.join(format!("{name}.json"));
        let import = || {
            let mut command = tool("import");
            command.arg(source).arg("--force").arg("--out").arg(&data);
            command
        };
        rows.push(Row::of(&format!("`import`, {name}"), source, &data, Some(Duration::from_secs(2)), true, import)?);
        rows.push(Row::of(&format!("`check`, {name}"), &data, &data, None, true, || check(&data))?);
        rows.push(Row::of(&format!("`build`, {name}"), &data, &data, None, true, || build(&data))?);
    }
    document::tell("tool", &table(&rows), write)
}

/// A command of the tool, which says nothing.
fn tool(program: &Path, name: &str) -> Command {
    let mut command = process::command(&program.to_string_lossy(), &[name]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

impl Row {
    /// Runs a command that reads `read` and leaves, or finds, a catalogue, where it is to find something wrong or not.
    fn of(
        title: &str,
        read: &Path,
        catalogue: &Path,
        limit: Option<Duration>,
        is_right: bool,
        command: impl Fn() -> Command,
    ) -> Result<Self> {
        let (mut measures, mut is_quiet) = (Vec::new(), true);
        for _ in 0..ROUNDS {
            is_quiet &= quiet::wait();
            let mut command = command();
            let (status, measure) = measure(&mut command)?;
            // Where something is wrong, the commands end with 1.
            let is_told = status.code() == Some(i32::from(!is_right));
            ensure!(is_told, "{} ended with {status}", process::display(&command));
            measures.push(measure);
        }
        measures.sort();
        let (time, _) = measures[ROUNDS / 2];
        let memory = measures.iter().map(|(_, memory)| *memory).max().unwrap_or_default();
        let json: serde_json::Value = serde_json::from_slice(&fs::read(catalogue)?)?;
        let entry_count = json["entries"].as_array().map_or(0, Vec::len);
        println!("{title}: {time:.1?}, {memory} bytes");
        Ok(Self { title: title.to_owned(), entry_count, size: size(read)?, time, limit, memory, is_quiet })
    }
}

/// How a command ends, how long it takes, and the most memory that it held.
fn measure(command: &mut Command) -> Result<(ExitStatus, (Duration, u64))> {
    let start = Instant::now();
    let mut child = command.spawn().with_context(|| format!("cannot run {}", process::display(command)))?;
    let mut memory = 0;
    let status = loop {
        memory = memory.max(peak(&child).unwrap_or_default());
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(LOOK);
    };
    Ok((status, (start.elapsed(), memory)))
}

/// The most memory that a process has held so far, in bytes, where the system tells it.
fn peak(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()? * 1024)
}

/// The bytes of a file, or of all those of a folder.
pub(super) fn size(path: &Path) -> Result<u64> {
    paths::files(path)?.iter().map(|file| Ok(fs::metadata(file)?.len())).sum()
}

fn table(rows: &[Row]) -> String {
    let mut table = "| command | entries | read, MB | time, s | at most | memory, MB | × what is read | at most |\n\
        |---|--:|--:|--:|--:|--:|--:|--:|\n"
        .to_owned();
    for Row { title, entry_count, size, time, limit, memory, .. } in rows {
        let [size, memory] = [size, memory].map(|bytes| *bytes as f64 / 1e6);
        let limit = limit.map_or("–".to_owned(), |limit| limit.as_secs().to_string());
        table += &format!(
            "| {title} | {entry_count} | {size:.2} | {:.2} | {limit} | {memory:.0} | {:.1} | {MOST_MEMORY} |\n",
            time.as_secs_f64(),
            memory / size
        );
    }
    if rows.iter().any(|row| !row.is_quiet) {
        table += "\nSomething else kept the machine busy: the times are too long.\n";
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_a_command_is_the_most_that_it_held() {
        let hold = |megabytes: usize| {
            let script = format!("a = bytearray({megabytes} << 20)\nfor i in range(0, len(a), 4096): a[i] = 1\ndel a");
            let mut command = Command::new("python3");
            command.args(["-c", &script]);
            measure(&mut command).unwrap().1.1 >> 20
        };
        let (little, much) = (hold(1), hold(64));
        assert!((60..70).contains(&(much - little)), "{little} then {much} MB");
    }

    #[test]
    fn a_folder_weighs_what_its_files_do() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        fs::create_dir(folder.join("b")).unwrap();
        fs::write(folder.join("a"), [0; 10]).unwrap();
        fs::write(folder.join("b/c"), [0; 5]).unwrap();
        assert_eq!((size(folder).unwrap(), size(&folder.join("a")).unwrap()), (15, 10));
    }
}
