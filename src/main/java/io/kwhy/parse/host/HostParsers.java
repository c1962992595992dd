package io.kwhy.parse.host;

import io.kwhy.bundle.Source;
import io.kwhy.parse.Parser;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The parsers of what files and commands say of a host itself. */
public final class HostParsers {

  private HostParsers() {}

  /** One parser per source, in the order of the sources; unmodifiable. */
  public static Map<Source, Parser> all() {
    Map<Source, Parser> parsers = new EnumMap<>(Source.class);
    parsers.put(Source.HOSTNAME_FILE, new HostnameParser());
    parsers.put(Source.MACHINE_ID, new MachineIdParser());
    parsers.put(Source.OS_RELEASE, new OsReleaseParser());
    parsers.put(Source.HOSTNAME, new HostnameParser());
    parsers.put(Source.UNAME, new KernelParser());
    parsers.put(Source.DATE, new DateParser());
    parsers.put(Source.TIME_SYNC, new TimeSyncParser());
    parsers.put(Source.UPTIME, new UptimeParser());
    parsers.put(Source.DISKS, new DisksParser());
    parsers.put(Source.INODES, new InodesParser());
    parsers.put(Source.FOLDERS, new FolderSizesParser());
    parsers.put(Source.EMPTY_FILES, new EmptyFilesParser());
    parsers.put(Source.MOUNTS, new MountsParser());
    parsers.put(Source.CGROUPS, new CgroupsParser());
    parsers.put(Source.KERNEL_ARGUMENTS, new KernelArgumentsParser());
    parsers.put(Source.SELINUX, new SelinuxParser());
    parsers.put(Source.CLOUD_SETUP, new EnabledUnitsParser());
    parsers.put(Source.MEMORY, new MemoryParser());
    parsers.put(Source.SYSCTL, new SysctlParser());
    parsers.put(Source.PROCESSES, new ProcessesParser());
    parsers.put(Source.UNIT_STATE, new UnitStateParser());
    parsers.put(Source.K3S_VERSION, new K3sVersionParser());
    parsers.put(Source.LSMOD, new ModulesParser());
    return Collections.unmodifiableMap(parsers);
  }
}
