package sinkmap.users;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import sinkmap.store.StoreSettings;
import sinkmap.store.UserStore;

/** Sign-in as beans. */
@Configuration(proxyBeanMethods = false)
class UsersConfiguration {

    @Bean
    Users users(UserStore store) {
        return new Users(store);
    }

    /** There so that Spring Boot makes no user of its own. */
    @Bean
    AuthenticationProvider signIn(Users users) {
        return new SignIn(users);
    }

    /** What only a web server needs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Web {

        @Bean
        InitializingBean firstAdmin(Users users, StoreSettings settings) {
            return () -> FirstAdmin.ensure(users, settings.data());
        }

        /**
         * Signs in who brings credentials and lets everybody pass; what needs a role asks for it where it is done. How the
         * service is doing inside is for administrators, whether it works for everybody. Headers are set by the web edge.
         */
        @Bean
        SecurityFilterChain security(HttpSecurity http, AuthenticationProvider signIn) {
            return http.authenticationProvider(signIn)
                    .authorizeHttpRequests(
                            requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                                    .permitAll()
                                    .requestMatchers("/actuator/**")
                                    .hasRole("admin")
                                    .anyRequest()
                                    .permitAll())
                    .httpBasic(basic -> basic.realmName("sinkmap"))
                    .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .csrf(AbstractHttpConfigurer::disable)
                    .headers(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable)
                    .formLogin(AbstractHttpConfigurer::disable)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .build();
        }

        /** The server itself refuses malformed addresses; names of layers and ids may hold any character, encoded. */
        @Bean
        HttpFirewall firewall() {
            StrictHttpFirewall firewall = new StrictHttpFirewall();
            firewall.setAllowUrlEncodedSlash(true);
            firewall.setAllowUrlEncodedDoubleSlash(true);
            firewall.setAllowUrlEncodedPercent(true);
            firewall.setAllowUrlEncodedPeriod(true);
            firewall.setAllowSemicolon(true);
            firewall.setAllowBackSlash(true);
            firewall.setAllowedHeaderValues(value -> true);
            firewall.setAllowedParameterNames(name -> true);
            firewall.setUnsafeAllowAnyHttpMethod(true);
            return firewall;
        }
    }
}
