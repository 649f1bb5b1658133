package sinkmap.run;

/** Version of the code, for provenance. */
final class Version {

    private Version() {}

    /** Version that the jar states, {@code dev} when run from classes. */
    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
