package sinkmap.cli;

import java.io.Console;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sinkmap.grid.SinkmapException;
import sinkmap.users.UserRole;
import sinkmap.users.Users;

/** Who may sign in. */
@Command(
        name = "user",
        description = "Who may sign in: add users, set passwords, list them.",
        subcommands = {UserCommand.Add.class, UserCommand.Password.class, UserCommand.ListAll.class})
final class UserCommand implements Callable<Integer> {

    private static final String VARIABLE = "SINKMAP_USER_PASSWORD";

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "say what to do: user add, user password or user list");
    }

    /** The password from the environment, else typed without being shown. */
    private static String password() {
        String given = System.getenv(VARIABLE);
        if (given != null) {
            return given;
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("password: ");
        if (typed == null) {
            throw new SinkmapException("no terminal to type the password on; give it in " + VARIABLE);
        }
        return new String(typed);
    }

    /** {@code user add}. */
    @Command(name = "add", description = "Adds a user. The password is asked for, or taken from " + VARIABLE + ".")
    static final class Add implements Callable<Integer> {

        @Mixin
        private ServiceOptions serviceOptions;

        @Parameters(paramLabel = "NAME", description = "Name to sign in with.")
        private String name;

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                description = "admin, surveyor (changes features) or planner (default: surveyor).")
        private UserRole role = UserRole.SURVEYOR;

        @Override
        public Integer call() {
            String password = password();
            try (ConfigurableApplicationContext service = serviceOptions.open()) {
                service.getBean(Users.class).add(name, role, password);
            }
            return 0;
        }
    }

    /** {@code user password}. */
    @Command(name = "password", description = "Sets another password, asked for or taken from " + VARIABLE + ".")
    static final class Password implements Callable<Integer> {

        @Mixin
        private ServiceOptions serviceOptions;

        @Parameters(paramLabel = "NAME", description = "Name of the user.")
        private String name;

        @Override
        public Integer call() {
            String password = password();
            try (ConfigurableApplicationContext service = serviceOptions.open()) {
                service.getBean(Users.class).setPassword(name, password);
            }
            return 0;
        }
    }

    /** {@code user list}. */
    @Command(name = "list", description = "Lists names and roles.")
    static final class ListAll implements Callable<Integer> {

        @Mixin
        private ServiceOptions serviceOptions;

        @Override
        public Integer call() {
            try (ConfigurableApplicationContext service = serviceOptions.open()) {
                service.getBean(Users.class).list().forEach(System.out::println);
            }
            return 0;
        }
    }
}
