//! Waits until nothing else keeps the machine busy, so that a measure is not of its neighbours.

use std::fs;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::thread;
use std::time::{Duration, Instant};

/// How long a quiet moment is waited for.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long the processors are watched at a time.
const SAMPLE: Duration = Duration::from_millis(1500);
/// The share of their time that may be taken.
const BUSY: f64 = 0.15;

/// Whether a quiet moment was last waited for in vain.
static IN_VAIN: AtomicBool = AtomicBool::new(false);

/// Waits for a quiet moment; when none comes, says so and goes on, and waits no more until the machine is quiet again.
/// Gives whether it is quiet.
pub(super) fn wait() -> bool {
    let start = Instant::now();
    let mut told = false;
    while let Some(busy) = busy_share().filter(|share| *share > BUSY) {
        if IN_VAIN.load(Relaxed) {
            return false;
        }
        if start.elapsed() > PATIENCE {
            println!("the machine stays busy ({:.0} %): these times are too long", 100.0 * busy);
            IN_VAIN.store(true, Relaxed);
            return false;
        }
        if !told {
            println!("waiting: something else keeps the machine busy");
            told = true;
        }
    }
    IN_VAIN.store(false, Relaxed);
    true
}

/// The share of the processors' time that is taken, or `None` where the system does not tell.
fn busy_share() -> Option<f64> {
    let before = times(&fs::read_to_string("/proc/stat").ok()?)?;
    thread::sleep(SAMPLE);
    let after = times(&fs::read_to_string("/proc/stat").ok()?)?;
    let [total, idle] = [after[0] - before[0], after[1] - before[1]];
    (total > 0.0).then(|| 1.0 - idle / total)
}

/// The time of all processors since the start, and how much of it they had nothing to do.
fn times(stat: &str) -> Option<[f64; 2]> {
    let line = stat.lines().next()?.strip_prefix("cpu ")?;
    let times: Vec<f64> = line.split_whitespace().filter_map(|time| time.parse().ok()).collect();
    // The fourth is idle, the fifth waits for a disk.
    Some([times.iter().take(8).sum(), times.get(3)? + times.get(4)?])
}

#[cfg(test)]
mod tests {
    use super::times;

    #[test]
    fn idle_time_is_told_apart() {
        let stat = "cpu  10 0 5 80 5 0 0 0 0 0\ncpu0 1 1 1 1 1 0 0 0 0 0\n";
        assert_eq!(times(stat), Some([100.0, 85.0]));
        assert_eq!(times(""), None);
    }
}
